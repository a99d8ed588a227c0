# An administrator sends an import file in the private chat. HTML.

label-confirm-import = Confirm
label-show-rows = Show rows

upload-title = 📄 <b>{ $name }</b>
upload-checking = Got it. Looking at it, one moment…
upload-ready = Looked through, no errors. The import would do this:
upload-writing = Importing, one moment…
upload-done = ✅ Imported.
upload-nothing-new = ✅ Just as it is now: nothing to change.
upload-cancelled = Cancelled. Nothing was changed.
upload-anew = <b>Please look once more</b>: the roster has changed since you looked, so nothing is imported yet.
upload-count = { $file }: { $added } new, { $changed } changed, { $unchanged } as before, { $gone } no longer in the file
upload-gone-stay = What is no longer in the file stays; nothing is deleted.
upload-ask = If that is right, tap “{ label-confirm-import }”.
upload-faults = { $count ->
        [one] 1 thing
       *[other] { $count } things
    } to mend; nothing was imported:
upload-line = · { $line }
upload-more = { $count } more are not listed here.
upload-send-again = When they are mended, send me the file again.
upload-not-yours = You are no administrator any more; this file is no longer shown.
upload-trouble-large = The file is larger than 20 MB, which Telegram does not hand to me. Use redvest import on the server, or send it in smaller parts. Nothing was changed.
upload-trouble-lost = I could not fetch this file; please send it again. Nothing was changed.
upload-trouble-failed = The import failed and nothing was changed. Please send the file again; if it fails again, ask the operator to look at the log.

upload-file-grids = Grids
upload-file-people = People
upload-file-categories = Categories
upload-file-organisations = Organisations

# A row: mark, file, who; then what changes.
upload-row-added = { $mark } { $file } <b>{ $subject }</b>
upload-row-changed = { $mark } { $file } <b>{ $subject }</b>
upload-row-gone = { $mark } { $file } <b>{ $subject }</b>: no longer in the file; stays
upload-row-replaced = { $mark } { $file } <b>{ $subject }</b>: built in; your list takes its place
upload-row-values = : { $values }

answer-upload-begun = The import has begun
refused-upload-over = This file has been imported, is being imported, or was cancelled.
