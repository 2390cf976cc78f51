/**
 * What is spent of a fund: drafted, approved by a second person, paid by the bank, shown by an
 * invoice and a delivery, or come back. Who is paid is known as a kind only.
 */
@NullMarked
@NamedInterface("disbursements")
package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
