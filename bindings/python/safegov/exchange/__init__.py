"""What people have, to and from the files of a partnership: workbooks, documents, tables in text.

Data flows one way. A file's tables (`archive`, then `workbook`, `document` or `text`: rows of cells with their
places) lose their heads (`header`) and become lines by field (`lines`); lines become objectives, actions and
promises (`build`, `dates`, `bodies`, and `finish` once all are known); these become files with a comment at every
guess (`yaml_text`), which are read back before anybody sees them (`importing`). `export` goes the other way, and
`own` reads what it wrote, as it was written.
"""
