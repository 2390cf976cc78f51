/**
 * One thing for all that needs a second person. A module above declares an {@link
 * org.lfnkr.zabuton.approvals.Approvable} for each kind of act, keeps what is wished in rows of its
 * own and calls {@link org.lfnkr.zabuton.approvals.Approvals#propose}; the pages here show what
 * would happen, another person signs by passkey, and the act is carried out in the transaction that
 * notes the decision. Who signs is known to the staff, which stands above and lends its passkeys
 * ({@link org.lfnkr.zabuton.approvals.Signatories}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Approvals",
        allowedDependencies = {"desk", "kernel", "audit", "web"})
package org.lfnkr.zabuton.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
