sheets-too-many-rows = 工作表“{ $sheet }”超过 1048576 行。请分成几个文件导出。
sheets-too-long = 工作表“{ $sheet }”第 { $row } 行第 { $column } 列的文字超过 32767 个字符。请缩短后重试。
sheets-name = “{ $sheet }”不能用作工作表名称。请改用不超过 31 个字、不含 \ / ? * [ ] : 的名称。
sheets-formula = 机读 CSV 第 { $row } 行第 { $column } 列以 = + - @ 等符号开头, 打开时会被当作公式。请在花名册中改正后重试。
sheets-control = 机读 CSV 第 { $row } 行第 { $column } 列含有换行等控制字符。请在花名册中删去后重试。
sheets-unmappable = 机读 CSV 第 { $row } 行有 GB18030 写不出的字(多为自造字)。请在花名册中改成标准字后重试。
sheets-disk = 文件写不进去: { $why }。请检查磁盘空间和权限后重试, 未写完的文件不要使用。
sheets-unfinished = 工作簿没有写完({ $why })。请检查磁盘空间和系统日期后重试。
