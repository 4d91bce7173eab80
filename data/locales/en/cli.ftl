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
usage-any-of = "{ $command }" needs at least one of: { $options }.
usage-not-text = The command line has characters that are not UTF-8; write it in UTF-8 and try again.
usage-unreadable = The command line cannot be read. Run cunbang --help to see how it is written.

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
cli-option-version = shows the version

cli-option-office = the office's division code (9 digits a township, 12 a village)
cli-option-office-name = the office's name as on its seal
cli-option-host = host of the public site, may have a path
cli-option-practice = a practice store: everything it prints says so, for ever
cli-option-id-number-file = reads the person's ID number from the first line of a file; else it is asked. Only a keyed hash is kept, so that nobody approves their own
cli-option-recovery-file = writes the recovery code to this file instead of having it typed back
cli-option-user-name = the new user's name
cli-option-roles = roles with commas: clerk, reviewer, signer, treasurer, administrator, auditor
cli-option-new-password-file = reads the new user's password from the first line of a file; else it is asked twice
cli-option-code-file = reads the recovery code from the first line of a file; else it is asked
cli-option-list-kind = the kind of list: deceased, staff (public payroll), relatives (cadres and relatives), register (of a programme)
cli-option-list-as-of = the day for which the list is right
cli-option-list-programme = the register's programme, by code or name
cli-option-programme = the programme (code, name or short name); else read from the file
cli-option-division = the village's 12 digits; else read from the file
cli-option-period = the period: 2026, 2026H1, 2026Q2 or 2026-07
cli-option-columns = what columns with unknown heads are: 领取额=amount,H=remark,I=- (not read); fields as for --field, or Chinese heads
cli-option-profile = use the columns saved under this name
cli-option-save-profile = save these --columns under a name; files with the same head use them by themselves
cli-option-template = the file must equal the collection template of the programme and year column by column
cli-option-despite-title = read as chosen although a title names another village, programme or period
cli-option-dry-run = shows what would come in, writes nothing
cli-option-from-batch = the earlier batch
cli-option-new-programme = without --from: the programme (code, name or alias)
cli-option-new-division = without --from: the village
cli-option-kind = kind of batch: normal or arrears
cli-option-from-last = begin with the last batch of the programme and village; rates and amounts as valid for the new period
cli-option-stage = only this stage: open, submitted, reviewed, approved, returned, handed, paid, withdrawn
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
cli-help-user-password = changes the own password
cli-help-user-reset = gives a user who forgot it a new password (administrator)
cli-help-user-recover = gives an administrator a new password by the recovery code
cli-help-reference-import = imports divisions, programmes, rates, holidays, articles of law and other rules
cli-help-list-import = imports a list to match rolls against (CSV with a column 身份证号); keeps keyed hashes, never numbers
cli-help-list-list = lists the lists that rolls are matched against
cli-help-roll-import = imports rolls (xlsx, xls, csv), one draft per programme, village and period
cli-help-profile-list = list the saved columns
cli-help-profile-remove = remove saved columns
cli-help-roll-new = make a draft: empty, or from an earlier batch
cli-help-batch-list = lists batches and drafts
cli-help-batch-show = shows a batch: lines, stage, history
cli-help-batch-check = checks a draft and lists the findings
cli-help-batch-discard = throws away a draft that was neither published nor submitted
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
cli-help-template-blank = write the empty collection template of a programme (xlsx)
cli-help-template-export = write a batch in the collection template of the provincial platform (xlsx)
cli-help-site-build = makes the public site
cli-help-finance-pay = puts approved batches into a pay list
cli-help-finance-export = writes the files of a pay list (xlsx, csv)
cli-help-verify = checks a saved disclosure against its code
cli-help-journal-verify = checks every entry's signature and chain
cli-help-store-check = checks the store's file
cli-help-store-backup = backs up ledger and keys, and checks the backup
cli-help-store-restore = restores a backup into a new store folder
cli-help-store-rebuild = makes dossiers and indexes anew from the entries
cli-help-completions = writes the script with which a shell completes commands, options and their words
cli-help-man = writes the manual pages, one for each command; Chinese, with --lang en English
cli-help-schema = shows the JSON schema of what a command prints (schema batch list)
cli-schema-of-none = There is no such command; the help names all of them.
cli-help-demo = makes a practice township, runs the whole job, leaves its results in the folder demo

-json-who = "batch" (the draft's number before the first act), "draft", "label" running number, "programme" code, "programme_name", "division", "village", "period", "kind" (normal, arrears or correction), "stage"
-json-possible = "possible": for each command that is an act on it "yes", {"{"} "no": code of the refusal {"}"} or "unchecked" (nobody has looked at the rows as they stand)
-json-case =
    "subject" id, "no", "case" (objection, enquiry), "type", "channel", "row", "hold", "received_on", "due", "outcome",
    "escalated_to", "answered_on", "action", "settled" is what was promised done; about a batch also { -json-who }
-json-board =
    "board" id, "village", "name", "place", "kind", "columns", "since" first day of its use, "inspected_on" and "condition" of the last inspection,
    "retired_on", "nothing" list of: "column", "period", "on"
cli-json-init =
    "office" division code, "user" administrator's name, "practice" true or false,
    "fingerprint" of the publication key (24 digits), "data" the store's folder
cli-json-user-add = "user" name, "number", "roles" list
cli-json-user-list = "users" list of: "user" name, "number", "roles" list
cli-json-user-password = none
cli-json-user-reset = "number" of the user
cli-json-reference-import = "set" name, "divisions" count, "programmes" count, "changes": of each "change", "rule", "since", "to"; "rewrites": are rules of the past changed, "decided_since": batches decided after that day
cli-json-list-import = "list" kind (deceased, public_staff, relatives, register), "programme" code or null, "count" of persons, "as_of" day
cli-json-list-list = "lists", each: "entry" number, "list" kind, "programme" code or null, "count" of persons, "as_of" day, "in_force"
cli-json-roll-import =
    "drafts" list of: "draft" number or null (dry run), "programme", "division", "village", "period", "kind",
    "lines" count, "fen" amount in 分, "file" name, "blocking", "unexplained", "informing" counts,
    "findings" of a dry run, each: "check", "level", "lines", "rows" of the file, "code", "said";
    "dry_run" true or false; "errors" list (nothing of such a file comes in; exit status 1) of:
    "file", "sheet", "row", "column" letter, "column_words" of its head, "code", "said"
cli-json-profile-list = "profiles", each: "name", "head" the words of the head, "columns", each: "head", "means"
cli-json-profile-remove = "name"
cli-json-roll-new = "draft" number, "lines" count, "fen" amount in 分
cli-json-batch-list =
    "batches" list of: { -json-who },
    "lines" count, "fen" amount in 分, "blocking" count, "unexplained" count, { -json-possible }; also "lines" and "fen" of all
cli-json-batch-show =
    { -json-who },
    "totals" ("lines", "households", "persons", "fen"); "rows" list of: "no", "name" of the beneficiary, "id" masked,
    "card" masked, "group", "householder", "payee", "quantity", "rate", "months", "fen", "remark",
    "source_row" in the file; "history" list of: "entry", "act", "by" user number, "at", "without_effect" why, or null;
    once published also "code" and "check_code"; { -json-possible }
cli-json-batch-discard = "batch" the draft
cli-json-batch-check =
    { -json-who },
    "findings" list of: "check", "level" (block, explain, inform), "lines",
    "field" or null, "code", "said", "reason" written, or null;
    "blocking", "unexplained", "informing" counts,
    "report": one a check, "check" its number, "outcome" ran|not_applicable|lacks_data, "lines" looked at, "findings" counted,
    "code" and "said" the sentence. Exit status 1 if something blocks or lacks its reason
cli-json-batch-edit =
    { -json-who },
    "line" number or null, "lines" count, "fen" amount in 分, "blocking" count, "unexplained" count
cli-json-batch-explain =
    { -json-who },
    "check", "explained_lines", "lines" count, "fen" amount in 分, "blocking" count, "unexplained" count
cli-json-batch-diff =
    { -json-who },
    "against" earlier batch or null, "before" and "now" ("lines", "households", "persons", "fen"),
    "changes" list of: "kind" (new, gone, changed), "name", "line", "before" 分, "now" 分
cli-json-batch-publish =
    { -json-who },
    "revision", "code", "check_code", "url" of the QR code,
    "notice_from" and "notice_to" (null for a result), "entry" id
cli-json-acts = "acts" list of: { -json-who }, "entry" id
cli-json-act = { -json-who }, "entry" id
cli-json-find =
    "people" list of: "name", "id" masked,
    "payments" list of: "batch", "line", "programme", "village", "period", "fen"
cli-json-file = "file", "bytes" count, "sha256"
cli-json-qr = "url", "code", "check_code"
cli-json-template =
    "file", "rows", "version" of the template, "bytes", "sha256"; cells that the platform would refuse in "errors" (then no file is
    written, exit status 1), each: "file", "sheet", "row", "column" letter, "column_words", "code", "said"
cli-json-site-build = "folder", "files" count, "unchanged" count, "removed" count
cli-json-finance-pay = "list" number, "batches" list, "lines" count, "fen" amount in 分
cli-json-finance-export = "list", "folder", "files" list of: "file", "bytes", "sha256"
cli-json-verify = "matches" true or false, "code" the file's own, "sha256", "paper" true, false or null. Exit status 1 if it does not match
cli-json-journal-verify =
    "entries" count, "blobs" count, "absent_blobs" not on this machine, "faults" list of: "entry", "code", "said";
    "heads" last entry of each terminal: "entry", "id". Exit status 1 if there are faults
cli-json-store-check =
    "whole" true or false, "entries" count, "blobs" count, "absent_blobs" not on this machine,
    "faults" list of: "entry", "code", "said"; "heads" last entry of each terminal: "entry", "id". Exit status 1 if there are faults
cli-json-store-backup = "folder", "entries" count, "rows" count, "verified" true or false
cli-json-store-restore = "data" folder, "terminal" new id
cli-json-store-rebuild = "dossiers" count
cli-json-completions = "shell", "script" its text
cli-json-schema = "command" its words, "schema" the JSON schema of its document, "trouble" that of the document of a refusal
cli-json-demo = "poster", "site", "finance", "data" places, "users" list of: "user", "password", "roles"

cli-man-manual = Manual of cunbang
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION
cli-man-options = OPTIONS
cli-man-globals = OPTIONS OF EVERY COMMAND
cli-man-commands = COMMANDS
cli-man-json = KEYS OF --json
cli-man-exit = EXIT STATUS
cli-man-written = { $pages } pages of the manual are in { $folder }. To read: man -l { $folder }/cunbang.1

cli-no-terminal = There is no terminal to type on; give it with { $option }.
cli-secrets-differ = The two entries differ; start again.
cli-empty-secret = The first line of the file of { $option } is empty or not UTF-8; look at the file.
cli-code-not-proved = The recovery code was not copied rightly, and no store was made. Run cunbang init again.
cli-waiting = Earlier tries had a wrong password; waiting { $seconds } s.
cli-ask-user = User name or number:{" "}
cli-ask-administrator = Name of the first administrator:{" "}
cli-ask-password = Password:{" "}
cli-ask-new-password = New password (10 characters or more, may be a sentence):{" "}
cli-ask-code = Recovery code (on the paper in the envelope):{" "}
cli-ask-again = Once more:{" "}
cli-ask-id-number = The person's ID number (not shown; only a keyed hash is kept):{" "}
cli-recovery-code =
    Recovery code (shown only now: write it on paper, seal it, leave it with the township):

        { $code }

    Type it from your paper:{" "}
cli-recovery-again = That is not the code; look at your paper and type it again:{" "}
cli-founded = The store of { $office } is made, in { $data }
cli-user-added = The user is added, number { $number }.
cli-password-changed = The password is changed.
cli-discarded = Draft { $batch } is thrown away.
cli-password-reset = User { $number } has a new password. Tell it in person and ask for it to be changed soon.
cli-reference-imported = Reference data { $set } is in: { $divisions } divisions, { $programmes } programmes.


cli-stage-open = draft
cli-stage-submitted = submitted
cli-stage-returned = returned
cli-stage-approved = approved
cli-stage-reviewed = to be signed
cli-stage-paid = paid
cli-stage-handed = handed to finance
cli-stage-withdrawn = withdrawn
cli-found = { $block } block, { $unexplained } to explain
cli-import-done = { $file }: { $lines } lines, { $yuan } yuan came in; drafts: { $rolls }.
cli-kind-arrears = arrears
cli-kind-correction = correction
cli-import-would = { $file }: { $lines } lines, { $yuan } yuan would come in; drafts: { $rolls }. Nothing was written.
cli-template-refused = The provincial platform would refuse { $count } cells; no file was written. Mend the batch and export again.
cli-profiles = Saved columns: { $count }.
cli-profile-removed = The saved columns "{ $name }" are removed.
cli-fault-file = { $file }: { $said }
cli-fault-row = { $file } { $sheet } row { $row }: { $said }
cli-fault-cell = { $file } { $sheet } row { $row } column { $column }: { $said }
cli-faults = { $file }: { $count } faults; nothing of this file came in. Mend it and import it again.
cli-roll-new = Draft { $draft } is made: { $lines } lines, { $yuan } yuan.
cli-list-sums = { $batches } batches, { $lines } lines, { $yuan } yuan
cli-batch-head = { $name } { $village } { $programme } { $period } { $stage }
cli-batch-sums = { $lines } lines, { $households } households, { $yuan } yuan
cli-batch-code = code { $code }   check code { $check }
cli-url = address of the QR code { $url }
cli-finding = { $mark } { $check } line { $lines }: { $said }
cli-finding-of-roll = { $mark } { $check } whole roll: { $said }
cli-list-imported = Imported ({ $kind }): { $count } persons, as of { $day }. Only hashes are kept; store or destroy the file as your rules say.
cli-list-in-force = in force
cli-list-replaced = replaced
cli-title-list = list
cli-title-persons = persons
cli-title-as-of = as of
cli-title-standing = standing
cli-check-sums = { $blocking } block, { $unexplained } to explain, { $explained } explained, { $informing } inform
cli-diff-head = Against { $former }:
cli-diff-nothing = There is no earlier batch to compare with.
cli-diff-new = new
cli-diff-gone = gone
cli-diff-changed = changed
cli-diff-sums = { $new } new, { $gone } gone, { $changed } changed, { $same } the same
cli-saved = { $name } is saved: { $lines } lines, { $yuan } yuan  { $found }
cli-act-done = { $name } { $village } { $programme }: { $stage }, { $lines } lines, { $yuan } yuan
cli-published = { $name } is public, revision { $revision }, notice { $from } to { $to }
cli-result-published = The result of { $name } is public, revision { $revision }
cli-no-holidays = There is no holiday table for { $year }: working days were counted Monday to Friday; check the last day by hand.
cli-found-people = { $people } people found
cli-written = { $file } is written ({ $bytes } bytes)
cli-site-built = The site is in { $folder }: { $files } files, { $unchanged } of them unchanged
cli-pay-list = Pay list { $list }: { $batches } batches, { $lines } lines, { $yuan } yuan
cli-verify-matches = Matches: the file has this code, check code { $check }
cli-verify-differs = Does not match: the file's own code is { $code }, not the one on the paper. Do not trust it, and tell the township.
cli-verify-no-disclosure = The code matches, but this is not a disclosure. Ask the township for the original file.
cli-verify-paper-differs = The disclosure matches, but the names of the paper are not its own. See whether the right file was taken.
cli-sha256 = SHA-256 { $sum }
cli-pages-sound = The store's file is sound.
cli-pages-damaged = The store's file is damaged. Bring back the last backup with cunbang store restore.
cli-journal-counts = { $entries } entries, { $blobs } blobs, { $faults } faults
cli-backed-up = Backed up to { $folder } and checked: { $entries } entries
cli-restored = Restored to { $data }, new terminal { $terminal }
cli-rebuilt = { $dossiers } dossiers are made anew
cli-option-paper-names = also writes the names of the paper, for verify --paper (full names: keep it safe)

demo-step-found = 1 the administrator makes the store, takes in the reference data and adds the other users
demo-step-import = 2 the clerk takes in six rolls
demo-step-mend = 3 the clerk mends an ID number and writes the reasons
demo-step-publish = 4 two villages publish their notices
demo-step-post = 5 the clerk sets the boards up and posts both notices
demo-step-object = 6 a resident objects; two look into it, the clerk answers
demo-step-submit = 7 the clerk submits
demo-step-review = 8 the reviewer approves three batches, publishes one and returns one
demo-step-mend-again = 9 the clerk mends it, submits again, and the reviewer approves
demo-step-object-again = 10 the notice after the review is posted, too; another objection waits for you
demo-step-pay = 11 the notices have ended: the treasurer makes a pay list and its files
demo-step-print = 12 the poster is printed, the site is built
demo-done = The practice township 枣林镇 has done the whole job. All its people are invented.
demo-left-poster = poster   { $place }
demo-left-site = site     { $place }
demo-left-finance = finance  { $place }
demo-left-data = store    { $place }
demo-users = Practice users and their passwords:

cli-title-name = batch
cli-title-village = village
cli-title-programme = programme
cli-title-period = period
cli-title-stage = stage
cli-title-lines = lines
cli-title-yuan = yuan
cli-title-found = findings
cli-title-line = line
cli-title-person = name
cli-title-id = ID number
cli-title-card = card
cli-title-quantity = quantity
cli-title-rate = rate
cli-title-before = before
cli-title-now = now
cli-title-kind = kind
cli-without-effect = (without effect)
cli-screens-no-terminal = The screens need a terminal. Commands: cunbang --help.
cli-screens-lost = The terminal went away. All that was entered is saved.
cli-help-rule-list = lists the rules of a day
cli-help-rule-show = shows what a rule says, its basis and its time
cli-help-programme-list = lists the programmes and rates of a day
cli-option-on = which day; default: today
cli-option-rule-kind = only this kind: programme, rate, notice, division, citation, holidays, policy, exclusive, thresholds; default: all but divisions
cli-option-reference-dry-run = only shows which rules it would change, writes nothing
cli-json-rule-list = "day", "rules": of each "rule", "kind", "from", "to", "basis", "certainty", "said"
cli-json-rule-show = "rule": "rule", "kind", "from", "to", "basis", "certainty", "said"
cli-json-programme-list = "day", "programmes": of each "code", "name", "department", "unit", "class", "rates", "from", "to", "certainty"
cli-rules = { $rules } rules hold on { $day }.
cli-programmes = { $programmes } programmes on { $day }.
cli-rule-new = new
cli-rule-other = changed
cli-rule-ends = ends
cli-title-code = code
cli-title-department = department
cli-title-unit = unit
cli-title-class = class
cli-title-rates = rates
cli-reference-would-be-imported = Would import reference data { $set }: { $divisions } divisions, { $programmes } programmes. Nothing was written.
cli-reference-changes = { $changes } rows differ from the rules in force (kind, rule, since, valid until):
cli-reference-rewrites = Mind: this changes rules from { $since } on, a day that has passed; { $batches } decided batches lie after it. What is public stays as it is; unless it mends a mistake, use a new from date.
cli-reference-rewrites-all = Mind: this changes rules that held always; { $batches } batches were decided under them. What is public stays as it is; unless it mends a mistake, use a new from date.
cli-help-retention-list = list the batches whose time of keeping is over
cli-json-retention-list = "due" list of: { -json-who }, "keep_until" last day; "stale_backups" that still hold what was destroyed
cli-option-erasure-reason = retention = its time is over, privacy = what was withdrawn from the public, request = of the person concerned
cli-help-retention-erase = destroy the personal data of a batch (or an enquiry E-...) and write ledger and backups anew
cli-json-retention-erase = "blobs" destroyed, "renewed" backups, "unreachable" backups
cli-nothing-to-erase = No batch has reached the end of its keeping.
cli-erasure-due = { $name }  { $village }  { $programme }  kept until { $until }
cli-erased = { $name }: { $blobs } pieces of data destroyed, the ledger is written anew.
cli-backup-renewed = Backup written anew: { $folder }
cli-backup-unreachable = This backup was not at hand and still holds what was destroyed: { $folder }. Connect it and back up there once more, or destroy it.
cli-help-batch-rules = shows the rules behind each decision, counted day and reply, as they stood then
cli-json-batch-rules = "decisions": of each "act", "day", "rules": of each "rule", "kind", "from", "to", "basis", "certainty", "said"
cli-rules-behind = Rules behind { $act } on { $day }:
cli-no-rules-behind = Nothing was done yet that rests on rules.
cli-option-near = photo from near (JPEG or PNG)
cli-option-far = photo from far (JPEG or PNG)
cli-option-board = board: W-... or VILLAGE/NAME
cli-option-board-division = code of its village
cli-option-board-name = name of the board
cli-option-board-place = where it stands
cli-option-board-columns = party, government, village, finance
cli-option-board-kind = fixed, screen, query-point or web; fixed if left out
cli-option-board-new-kind = fixed, screen, query-point or web
cli-option-board-since = first day of its use; default: today
cli-option-board-new-since = first day of its use
cli-help-board-add = set up a village board
cli-help-board-change = change the particulars of a board; what is left out stays
cli-json-board = { -json-board }
cli-help-board-list = list the boards
cli-json-board-list = "boards" list of: { -json-board }; "hanging" count of what is posted there; { -json-possible }
cli-option-condition = good, damaged, unreadable or missing
cli-help-board-inspect = record an inspection
cli-option-column = the column: party, government, village or finance
cli-option-nothing-period = for which period
cli-help-board-nothing = record that there is nothing to report in a column
cli-help-board-retire = give a board up
cli-help-post = record that a disclosure was posted
cli-help-takedown = record that it was taken down
cli-option-post-code = code of the disclosure that was posted; the newest if left out
cli-option-down-code = code of the disclosure that came down; if left out, what is under recall, else what hung longest
cli-json-posting = { -json-who }, "board", "code", "revision", "on", "through" last day of the notice or null, "posting" its id
cli-help-recall-list = list recall orders that nobody has confirmed
cli-json-recall-list =
    "recalls" list of: { -json-who },
    "board" id, "board_name", "revision", "code", "since", "because" (corrected, privacy, mistake, wrong-place, ordered, unstated)
cli-help-recall-confirm = confirm a recall (with a photo)
cli-help-recall-print = print recall orders, a page for each board
cli-json-files = "files" list of: "file", "bytes" count
cli-option-coverage-out = write a PDF or xlsx file
cli-help-coverage = what is unposted, late, taken down early or too late, uninspected
cli-json-coverage =
    "totals": "disclosures", "complete", "unposted", "late", "early_down", "late_down", "recalls_open", "boards_overdue",
    "villages_without_board", "unpublished" ones that are owed; "rows" list of: "division", "label", "stage", "revision", "code" or null if
    unpublished, "owed_since" day, "due" last day for publishing it, "required" boards, "posted" boards,
    "posted_on", "late_days", "down_on", "down" (not-posted, hanging, in-time, early, late, overdue, recalled), "down_days",
    "recalls_open"; "boards" in use, each: "board" id, "division", "name", "inspected_on", "condition", "overdue", "hanging";
    "boardless" codes of villages without a board; "silent" columns of this quarter, each: "division", "column", "period"
cli-option-row = row of the disclosure
cli-option-case-type = identity, area, standard, amount, omitted, not-eligible, privacy or other
cli-option-channel = in-person, phone, written, box or online
cli-option-words-file = file: first line the name (may be empty), second how to reach, the rest what was said
cli-option-hold = no approval while it is open
cli-help-objection-add = register an objection
cli-json-case = { -json-case }
cli-option-case-batch = the batch it is about
cli-help-enquiry-add = register an enquiry
cli-option-open = only what is not answered
cli-option-overdue = only what is overdue
cli-help-objection-list = the register of objections and enquiries
cli-json-case-list = "cases" list of: { -json-case }; { -json-possible }
cli-json-case-show = { -json-case }; "words": "name", "reach", "text" as said; "found" null, or "investigators" and "facts"; { -json-possible }
cli-help-objection-show = show one, with what was said
cli-option-outcome = upheld, partly or not-upheld
cli-option-facts-file = file: first two lines the names of the two who looked into it, the rest what they found
cli-help-objection-investigate = record what was found
cli-option-action = correct, withdraw, correction-batch or explain
cli-option-note = more words
cli-help-objection-answer = answer it
cli-option-unit = to which unit
cli-help-objection-escalate = send it on
cli-help-objection-reply = print the letter
cli-help-batch-sign = sign: the second of two steps
cli-help-batch-unsubmit = take a submission back; the notice stays
cli-option-class = public reason: privacy, mistake, wrong-place or ordered
cli-option-code = code of one disclosure; all that are shown if left out
cli-help-batch-withdraw-disclosure = withdraw disclosures; the batch stands
cli-help-batch-correct = begin a correction batch of one that is with the finance bureau
cli-option-paid-on = day of the payment
cli-help-finance-paid = book the payment of a pay list
cli-help-lists-end = take lists down whose public time is over
cli-help-results-due = list results to be published and until when
cli-json-results-due = "results" list of: { -json-who }, "due" last day
cli-option-result = publish the result of the payment
cli-option-change-reason = why it changes: objection, verified, typing, facts, policy or privacy
cli-option-answers = numbers of the upheld objections that it answers, commas between them; without it all that wait
cli-board-done = { $name } ({ $board }) is on record.
cli-title-board = id
cli-title-place = place
cli-title-hanging = posted
cli-title-inspected = inspected
cli-title-edition = edition
cli-title-check = check code
cli-title-posted = posted
cli-title-late = days late
cli-title-down = taken down
cli-no-boards = No board is on record yet.
cli-posted = { $name } (check code { $check }): posted on { $board } on { $on }.
cli-taken-down = { $name } (check code { $check }): taken down from { $board } on { $on }.
cli-no-recalls = No recall order is open.
cli-not-recalled = Nothing of this batch is under recall on this board, and nothing was changed. To record that it was taken down otherwise, use cunbang takedown.
cli-recall = { $name } revision { $revision } (check code { $check }) on { $board }: to be taken down since { $since }
cli-coverage = { $disclosures } disclosures: { $complete } on all boards, { $unposted } unposted, { $unpublished } unpublished, { $late } late, { $early } taken down early, { $overdue } too late, { $recalls } recalls open
cli-coverage-boards = { $boards } boards not inspected in time, { $villages } villages without a board, { $silent } silent columns this quarter
cli-coverage-notice = notice { $revision }
cli-coverage-result = result { $revision }
cli-coverage-owed-until = unpublished, due { $due }
cli-coverage-owed-since = no notice since { $since }
cli-coverage-not-posted = not posted
cli-coverage-hanging = hanging
cli-coverage-in-time = in time
cli-coverage-early = { $days } days early
cli-coverage-late = { $days } days late
cli-coverage-overdue = overdue for { $days } days
cli-coverage-recall-open = recalled, { $boards } boards to confirm
cli-coverage-recalled = recalled
cli-coverage-board = Not inspected in time: { $board }, last on { $on }
cli-coverage-board-never = Not inspected in time: { $board }, never since it is in use
cli-coverage-boardless = Villages without a board: { $villages }
cli-coverage-silent = Nothing said: { $village }, column { $column }, { $period }
cli-case-open = { $no } is registered, to be answered by { $due }.
cli-case-answered = { $no } is answered.
cli-not-text = { $file } is no plain text. Save it as a text file and try again.
cli-no-words = { $file } says nothing below its second line. The first two lines are for names; write the words from the third line on.
cli-title-no = no
cli-title-received = received
cli-title-due = due
cli-title-answered = answered
cli-no-cases = There is no such objection or enquiry.
cli-no-lists-due = No list has reached the end of its public time.
cli-no-results-due = No result is waiting to be published.
cli-result-due = { $name }: publish the result by { $due }
cli-help-correction-notice = print the notice of a correction
cli-help-policy-card = print the policy card of a programme
cli-help-policy-booklet = print the policy cards of all programmes in force
