// SHA-256 against the examples that NIST publishes, and at every length about a block's end.
// SPDX-License-Identifier: Apache-2.0

#include "base/sha256.hpp"

#include <string>

#include "test.hpp"

using namespace safegov::internal;

TEST_CASE("SHA-256 gives what NIST's examples say", "[sha256]") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
               "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 is right at every length, whatever the bytes", "[sha256]") {
  // Every text of 0 to 299 bytes, the byte at i being 7 i mod 256; of all their digests, one after
  // the other, the digest. Reckoned by Python's hashlib:
  //   text = lambda n: bytes(7 * i % 256 for i in range(n))
  //   sha256("".join(sha256(text(n)).hexdigest() for n in range(300)).encode()).hexdigest()
  std::string text;
  std::string all;
  for (unsigned n = 0; n < 300; ++n) {
    all += sha256(text);
    text += static_cast<char>(static_cast<unsigned char>(7 * n % 256));
  }
  CHECK(sha256(all) == "2956ef4e8392a8964f6f552bfba7613a805ef8f8550abe7eedcd072dcec36695");
}
