finance-empty = The pay list holds no batch. Choose approved batches first.
finance-twice = Batch { $label } stands in the pay list twice. Remove one.
finance-lines = Batch { $label } should have { $said } lines but has { $found }; no file was made. Restore the batch from a backup and try again.
finance-sum = The lines of batch { $label } do not sum to the approved { $said } yuan; no file was made. Restore the batch from a backup and try again.
finance-too-large = The pay list sums to more than 10^13 yuan. Check the amounts.
