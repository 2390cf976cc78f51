/**
 * What people told us is masked at the desk. Whoever has the right opens one part of one record,
 * says why, sees it for {@link org.lfnkr.zabuton.reveals.Reveals#SHOWN a quarter of an hour}, and
 * leaves a trace that staff and the person read. A feature that keeps something of people
 * implements {@link org.lfnkr.zabuton.reveals.Masked}, asks {@link
 * org.lfnkr.zabuton.reveals.Reveals#of} for its page and shows {@code templates/reveals/masked}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reveals",
        allowedDependencies = {
            "kernel",
            "desk",
            "web",
            "audit",
            "approvals",
            "vault",
            "supporters"
        })
package org.lfnkr.zabuton.reveals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
