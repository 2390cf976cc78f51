/** Where members have receipts issued and fetch them. */
@NullMarked
package org.lfnkr.zabuton.receipts.web;

import org.jspecify.annotations.NullMarked;
