/** Reads files of banks, and nothing else: bytes in, rows or the line that can't be read out. */
@NullMarked
package org.lfnkr.zabuton.banking.files;

import org.jspecify.annotations.NullMarked;
