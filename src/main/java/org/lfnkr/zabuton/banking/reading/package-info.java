/**
 * BankAccounts at banks and the files that are read of them: each row is kept, sealed and booked
 * once.
 */
@NullMarked
package org.lfnkr.zabuton.banking.reading;

import org.jspecify.annotations.NullMarked;
