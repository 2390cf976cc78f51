/** What tests and development runs stand on: a real PostgreSQL, Stripe's simulator, a mailbox. */
@NullMarked
package org.lfnkr.zabuton.support;

import org.jspecify.annotations.NullMarked;
