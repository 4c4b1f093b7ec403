"""Speaks to a language server as an editor does: LSP over its standard input and output.

    with LanguageServer(["node", "…/yaml-language-server", "--stdio"], settings) as server:
        server.open("file:///plan.yaml", "plan: x\\n")
        print(server.findings("file:///plan.yaml"))
"""

import json
import queue
import subprocess
import threading


class LanguageServer:
    PATIENCE = 60  # seconds for one answer: a busy machine is slow, a server that says nothing is broken

    def __init__(self, command, settings):
        self.settings = settings
        self.diagnostics = {}
        self.asked = 0
        self.messages = queue.Queue()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
                "publishDiagnostics": {}}}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def _listen(self):
        while True:
            length = 0
            while (line := self.process.stdout.readline().strip()):
                name, value = line.split(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self.messages.put(None)
                return
            self.messages.put(json.loads(self.process.stdout.read(length)))

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self):
        """The next message; what the server asks or tells on its own is dealt with here."""
        message = self.messages.get(timeout=self.PATIENCE)
        if message is None:
            raise EOFError("the language server has ended")
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        if method and "id" in message:
            result = None
            if method == "workspace/configuration":
                result = [self.settings.get(item.get("section")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": result})
        return message

    def tell(self, method, params):
        self._send({"method": method, "params": params})

    def ask(self, method, params):
        self.asked += 1
        number = self.asked
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if "method" not in message and message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def open(self, uri, text):
        self.tell("textDocument/didOpen",
                  {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})

    def findings(self, uri):
        """What the server finds wrong with an open file, as soon as it has looked."""
        while uri not in self.diagnostics:
            self._read()
        return self.diagnostics[uri]

    def completions(self, uri, line, column):
        """What is offered, by label."""
        answer = self._at("completion", uri, line, column)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, uri, line, column):
        answer = self._at("hover", uri, line, column)
        return answer["contents"]["value"] if answer else ""

    def fixes(self, uri, finding):
        """What a finding may be replaced by."""
        actions = self.ask("textDocument/codeAction", {
            "textDocument": {"uri": uri}, "range": finding["range"], "context": {"diagnostics": [finding]}})
        return [action["title"] for action in actions or []]

    def _at(self, what, uri, line, column):
        return self.ask(f"textDocument/{what}", {
            "textDocument": {"uri": uri}, "position": {"line": line, "character": column}})
