/** Drafts of disbursements: written, changed and given up before anybody signs. */
@NullMarked
package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.jspecify.annotations.NullMarked;
