# What an import would change, row by row. Plain text, read in a terminal and in chat.

sheet-grids = grids
sheet-people = people
sheet-categories = categories
sheet-organisations = organisations

change-added = + { $sheet }: { $subject }
change-changed = ~ { $sheet }: { $subject }
change-gone = − { $sheet }: { $subject }
change-replaced = − { $sheet }: { $subject }, from the built-in list
change-post = { $person }, { $role }
change-with = { $line }: { $details }
change-and = { "; " }
change-set = { $column } { $becomes }
change-emptied = { $column } { $was } → (empty)
change-from-to = { $column } { $was } → { $becomes }
change-more = … and { $count } more
