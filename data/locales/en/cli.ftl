# The command line: usage errors, help, the JSON documents

usage-unknown-command = There is no command "{ $word }". Run cunbang --help to see all commands.
usage-unknown-part = "{ $group }" is followed by one of: { $parts }. Run cunbang { $group } --help to read about them.
usage-option-first = Write the command before { $option }, for example: cunbang batch list --stage submitted
usage-unknown-option = "{ $command }" has no option { $option }. Run cunbang { $command } --help to see its options.
usage-twice = { $option } is given twice; keep one.
usage-no-value = { $option } needs a value; add it.
usage-needless-value = { $option } takes no value; leave out the equals sign and what follows.
usage-missing-option = "{ $command }" also needs { $option }. Add it, or run cunbang { $command } --help
usage-missing-word = "{ $command }" also needs { $word }. Add it, or run cunbang { $command } --help
usage-too-many-words = There are too many words behind "{ $command }". Put text with spaces in quotes; see cunbang { $command } --help
usage-form = { $option } is not readable; write it like this: { $form }
usage-roles = One person cannot hold these roles together: entering, reviewing and paying are kept apart, and an administrator neither reviews nor pays. Give them to different people.
usage-one-of = "{ $command }" needs exactly one of: { $options }.
usage-not-text = The command line has characters that are not UTF-8; write it in UTF-8 and try again.

cli-output-failed = The result could not be written; check the free space or the output file.

cli-help-what = 村榜 cunbang: discloses a village's subsidies. Without a command it opens the screens.
cli-help-usage = Usage: cunbang COMMAND [OPTIONS]. Replace the words in capitals; brackets may be left out; ... means one or more.
cli-help-options = Options:
cli-help-globals = Options of every command:
cli-help-exit = Exit status: 0 done; 1 refused, or something was found; 2 wrong usage; 3 trouble with the store or a file; 4 wrong password or locked.
cli-help-json =
    BATCH is a batch (B-7K3QX2MD-42), a draft (D-3) or the office's running number (140923104-2026-DL-0007).
    With --json, stdout holds one JSON document: "ok" is true when done and false when something was found;
    on trouble it also has "code" (a fixed word) and "said" (one sentence). The keys of a command: cunbang COMMAND --help
cli-help-json-document = Keys of --json:

cli-option-data = folder of the store; else the variable CUNBANG_DATA, else cunbang-data in the current folder
cli-option-lang = language: zh Chinese (default), en English
cli-option-as = who acts (the user's name)
cli-option-password-file = reads the password from the first line of a file; else it is asked. Never an argument
cli-option-now = the date to assume, practice stores only, e.g. 2026-11-22 or 2026-11-22T09:15
cli-option-json = writes one JSON document
cli-option-help = shows the help

cli-option-office = the office's division code (9 digits a township, 12 a village)
cli-option-office-name = the office's name as on its seal
cli-option-host = host of the public site, may have a path
cli-option-practice = a practice store: everything it prints says so, for ever
cli-option-id-number-file = reads the person's ID number from the first line of a file; else it is asked. Only a keyed hash is kept, so that nobody approves their own
cli-option-recovery-file = writes the recovery code to this file instead of having it typed back
cli-option-user-name = the new user's name
cli-option-roles = roles with commas: clerk, reviewer, signer, treasurer, administrator, auditor
cli-option-new-password-file = reads the new user's password from the first line of a file; else it is asked twice
cli-option-programme = the programme (code, name or short name); else read from the file
cli-option-division = the village's 12 digits; else read from the file
cli-option-period = the period: 2026, 2026H1, 2026Q2 or 2026-07
cli-option-dry-run = shows what would come in, writes nothing
cli-option-from-batch = the earlier batch
cli-option-stage = only this stage: open, submitted, approved, returned, handed, withdrawn
cli-option-only-programme = only this programme
cli-option-only-division = only this village or township
cli-option-line = number of the line to change
cli-option-field = the cell: name, id, card, quantity, rate, amount, group, bank, phone, months, household, paid-on, remark; of the beneficiary beneficiary-name, beneficiary-id; of the payee payee-name, payee-id
cli-option-value = the new text
cli-option-value-file = reads the new text from the first line of a file (for ID and card numbers)
cli-option-insert = adds a line at the end
cli-option-remove = removes this line
cli-option-undo = takes back the last change
cli-option-check = the finding's check, e.g. A07
cli-option-finding-lines = the finding's lines
cli-option-reason = the reason
cli-option-lines = the lines meant, e.g. 14,87 or 3-7
cli-option-from-day = first day of the notice; else today
cli-option-out-file = the file to write
cli-option-out-folder = the folder to write into
cli-option-paper = the office's file with the names of the paper, to be checked too
cli-option-backup-folder = the backup folder (better on another disk)
cli-option-restore-from = the backup folder
cli-option-no-tui = does not open the screens at the end

cli-help-init = makes a store, its first administrator and the recovery code
cli-help-user-add = adds a user with roles
cli-help-user-list = lists the users
cli-help-reference-import = imports divisions, programmes, holidays, contacts
cli-help-roll-import = imports rolls (xlsx, csv), one draft per programme, village and period
cli-help-roll-new = makes a draft from an earlier batch
cli-help-batch-list = lists batches and drafts
cli-help-batch-show = shows a batch: lines, stage, history
cli-help-batch-check = checks a draft and lists the findings
cli-help-batch-edit = changes a cell, adds or removes a line, or takes the last change back
cli-help-batch-explain = writes the reason of a finding that needs one
cli-help-batch-diff = compares with the last batch: new, gone, changed
cli-help-batch-publish = publishes the notice; makes the code
cli-help-batch-submit = submits for review
cli-help-batch-approve = approves
cli-help-batch-return = returns, with a reason and lines
cli-help-batch-withdraw = withdraws, with a reason
cli-help-find = finds people by name, pinyin initials, ID number or its ending
cli-help-poster = makes the poster as PDF
cli-help-signature-sheet = makes the sheet for signatures as PDF
cli-help-qr = shows the QR code on the screen
cli-help-site-build = makes the public site
cli-help-finance-pay = puts approved batches into a pay list
cli-help-finance-export = writes the files of a pay list (xlsx, csv)
cli-help-verify = checks a saved disclosure against its code
cli-help-journal-verify = checks every entry's signature and chain
cli-help-store-check = checks the store's file
cli-help-store-backup = backs up ledger and keys, and checks the backup
cli-help-store-restore = restores a backup into a new store folder
cli-help-store-rebuild = makes dossiers and indexes anew from the entries
cli-help-demo = makes a practice township, runs the whole job, leaves its results in the folder demo

cli-json-init =
    "office" subject, "terminal" id, "user" administrator's name, "practice" true or false,
    "fingerprint" of the publication key (24 digits), "data" the store's folder
cli-json-user-add = "user" name, "roles" list, "entry" id
cli-json-user-list = "users" list of: "user" name, "roles" list
cli-json-reference-import = "set" name, "divisions" count, "programmes" count, "entry" id
cli-json-roll-import =
    "drafts" list of: "draft" number, "programme", "division", "period",
    "lines" count, "fen" amount in 分, "file" name; "dry_run" true or false
    with errors in a file: "errors" list of: "file", "sheet", "row", "column", "code", "said"
cli-json-roll-new = "draft" number, "lines" count, "fen" amount in 分
cli-json-batch-list =
    "batches" list of: "batch" or draft, "label" running number, "programme" code, "programme_name",
    "division", "village", "period", "stage", "lines" count, "fen" amount in 分,
    "blocking" count, "explain" count without reason; also "lines" and "fen" of all
cli-json-batch-show =
    "batch", "label", "programme", "division", "village", "period", "stage", "totals" (lines, households, persons, fen),
    "rows" list of: "no", "name", "id" masked, "card" masked, "group",
    "quantity", "rate", "months", "fen", "remark"; "history" list of: "act", "by", "at", "without_effect";
    "code", "check_code" (once published)
cli-json-batch-check =
    "findings" list of: "check", "level" (block, explain, inform), "lines",
    "field", "code", "said", "reason" if written;
    "blocking", "unexplained", "informing" counts. Exit status 1 if something blocks or lacks its reason
cli-json-batch-edit = "batch", "line" number, "lines" count, "fen" amount in 分
cli-json-batch-explain = "batch", "check", "lines"
cli-json-batch-diff =
    "against" earlier batch or null, "before" and "now" (lines, households, fen),
    "changes" list of: "kind" (new, gone, changed), "name", "line", "before" 分, "now" 分
cli-json-batch-publish =
    "batch", "label", "revision", "code", "check_code", "url" of the QR code,
    "notice_from", "notice_to", "entry" id
cli-json-acts = "acts" list of: "batch", "label", "stage", "entry" id
cli-json-act = "batch", "label", "stage", "entry" id
cli-json-find =
    "people" list of: "name", "id" masked,
    "payments" list of: "batch", "line", "programme", "period", "fen"
cli-json-file = "file", "bytes" count, "sha256"
cli-json-qr = "url", "code", "check_code"
cli-json-site-build = "folder", "pages" count, "files" count
cli-json-finance-pay = "list" number, "batches" list, "lines" count, "fen" amount in 分
cli-json-finance-export = "list", "files" list of: "file", "bytes", "sha256"; "lines" count, "fen" amount in 分
cli-json-verify = "matches" true or false, "sha256", "paper" true, false or null. Exit status 1 if it does not match
cli-json-journal-verify = "entries" count, "faults" list of: "entry", "code", "said". Exit status 1 if there are any
cli-json-store-check = "whole" true or false, "entries" count, "blobs" count, "faults" list
cli-json-store-backup = "folder", "entries" count, "verified" true or false
cli-json-store-restore = "data" folder, "terminal" new id, "entries" count
cli-json-store-rebuild = "dossiers" count, "same" true if byte for byte as before
cli-json-demo = "poster", "site", "finance", "data" places, "users" list of: "user", "password", "roles"
