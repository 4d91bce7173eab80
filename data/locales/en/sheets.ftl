sheets-too-many-rows = The sheet "{ $sheet }" has more than 1048576 rows. Export it as several files.
sheets-too-long = Sheet "{ $sheet }", row { $row }, column { $column }: the text is longer than 32767 characters. Shorten it and try again.
sheets-name = "{ $sheet }" cannot be the name of a sheet. Use at most 31 characters, without \ / ? * [ ] : .
sheets-formula = The machine's CSV, row { $row }, column { $column }: the field begins with = + - @ or the like and would be run as a formula. Mend it in the roll and try again.
sheets-control = The machine's CSV, row { $row }, column { $column }: the field holds a line break or another control character. Remove it in the roll and try again.
sheets-unmappable = The machine's CSV, row { $row }: a character cannot be written in GB18030 (usually a private one). Put the standard character into the roll and try again.
sheets-disk = The file cannot be written: { $why }. Check space and permissions and try again; do not use the unfinished file.
sheets-unfinished = The workbook was not finished ({ $why }). Check the disk's space and the system's date, then try again.
