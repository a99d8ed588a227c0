# `redvest export`. Read by an operator in a terminal; plain text.

cli-export = write grids, people, categories and organisations as files that import takes
cli-export-path = FILE.xlsx, FILE.json, or a folder for CSV files
cli-export-chinese = column titles and words in Chinese

export-doing = Writing the files …
export-tally = { $sheet }: { $count } { $count ->
    [one] row
   *[other] rows
}
export-done = Exported to { $path }. It holds phone numbers: keep it safe.
export-left-over = { $file } stood there before and is not of this export; take it away before you import the folder again
export-nothing = there is nothing to export yet
export-kind = { $path }: must end in .xlsx or .json, or be a folder
export-too-long = “{ $where }” has more text than a cell of a workbook can hold; export to a folder or to .json
export-unwritable = { $path } cannot be written: { $error }
