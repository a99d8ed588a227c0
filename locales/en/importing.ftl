# Import files: where a fault is, and what would be right. Read by an operator in a terminal.

import-where-file = { $file }: { $what }
import-where-row = { $file }, row { $row }: { $what }
import-where-blank = { $file }, row { $row }, column { $column }: { $what }
import-where-cell = { $file }, row { $row }, column { $column }, “{ $value }”: { $what }

## Files

import-no-path = there is no such file or folder; give a folder of CSV files, one CSV file, or an .xlsx workbook
import-nothing = nothing to import here; it needs at least one of grids, people, categories and organisations
import-no-table = this is no table; give a folder of CSV files, one CSV file, or an .xlsx workbook
import-file-unknown = no import file has this name; is { $names } meant?
import-which-file = neither the file's name nor its first row says what it holds; call it one of { $names }
import-which-sheet = neither the sheet's name nor its first row says what it holds; name it after one of { $names }, or take it out
import-file-twice = the same stands already in { $other }; keep one of them
import-book-alone = a workbook among the files of a folder; import it by itself: redvest import FILE.xlsx
import-old-book = this kind of workbook cannot be read; save it as “Excel workbook (.xlsx)”
import-no-book = this is no Excel workbook, whatever its name says, or it is damaged; open it in a spreadsheet program and save it anew as .xlsx
import-locked-book = the workbook has a password; save it without one
import-bomb = the workbook unpacks to more than any honest one does (at most { $limit }); nothing of it has been read
import-too-many = there are more than { $rows } rows or { $columns } columns; take out what does not belong there, or split it
import-unreadable = the file cannot be read; check its permissions
import-too-large = the file is larger than { $limit }; split it and import the parts one after the other
import-encoding = the text is neither UTF-8 nor GB18030; save it as “CSV UTF-8”
import-empty = the file is empty; its first row must hold the column titles
import-separator = the columns must be separated by commas; save it as “CSV (comma delimited)”
import-malformed = from here on the file is no proper CSV; look for a quotation mark without its partner, or a cell of more than 131,072 characters
import-long-line = this line is too long; look for a missing line break
import-more = there are more than { $limit } faults; mend these first

## Columns

import-column-near = unknown column; is { $nearest } meant?
import-column-unknown = unknown column; allowed are { $columns }
import-column-missing = the column { $wanted } is missing
import-column-twice = the same column stands here already as { $other }; keep one of them
import-stray = this cell has no column title; look for a comma too many, or put quotation marks around text with commas

## Cells

import-required = must not be empty; split merged cells and fill in each row
import-too-long = has { $length } characters; at most { $limit } are possible
import-control = contains invisible control characters; type it anew
import-code = a code has 1 to 32 of the characters A–Z a–z 0–9 _ -
import-yes-no = must be yes or no
import-mode = must be mixed, trustee or self, or empty
import-mode-level = only compounds have a management mode; leave it empty here
import-household = households are not grids; end with the unit, and leave door numbers out
import-formula = the formula in this cell has failed; write the value itself
import-kind = must be office, firm, social, property, committee, department or team
import-role = must be leader, deputy, secretary, staff, property, committee, mediator, volunteer, member or admin
import-phone = no valid phone number; write it like +86 139 1234 5678, or in the local way
import-contact = no valid phone number; write it like +86 139 1234 5678, in the local way, or a hotline such as 12345
import-telegram-id = must be the number of a Telegram account, such as 123456789; no @name
import-shortened = a spreadsheet program has shortened this number, and digits are lost; make the column one of text and fill it in again
import-date = there is no such date; write it like 2026-12-31
import-urgency = must be emergency, urgent, normal or low
import-first = { $part }: must be leader, property, committee or the name of an organisation
import-first-unknown = there is no organisation of this name, neither in organisations.csv or people.csv nor among what was imported before; otherwise leader, property or committee
import-first-mode = { $part }: before “=” must stand mixed, trustee or self
import-first-twice = { $part }: who answers first is given already for this mode

## Rows together

import-code-twice = this code stands in row { $line } already; every code may be used once
import-parent-unknown = there is no such code, neither in this file nor among what was imported before
import-parent-deep = categories have two levels; the parent must be one without a parent
import-cycle = lies within itself: { $path }; one of them must have another parent, or none
import-too-deep = lies more than { $limit } levels deep, or what is below it does; choose a parent further up
import-grid-unknown = there is no grid with this code, neither in grids.csv nor among what was imported before
import-kept-gone = without this column in the file it stays as it is; but with --prune it goes. Give it a row of its own, or add the column
import-category-unknown = there is no category with this code, neither in categories.csv nor among what was imported before
import-organisation-which = several organisations have this name; add the column grid, which says which one is meant
import-organisation-twice = row { $line } gives an organisation of this name for the same grid already; remove one of them
import-person-name = row { $line } gives the same phone or telegram_id to { $other }; one person must have one name
import-person-phone = row { $line } gives the same person the phone { $other }; one person must have one phone
import-person-telegram = row { $line } gives the same person the telegram_id { $other }; one person must have one telegram_id
import-person-twice = row { $line } gives the same person the same role on the same grid already; remove one of them
