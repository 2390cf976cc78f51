/**
 * What buying and giving share: answers that are kept in the browser until they are complete, how
 * they are read, the proof of a mail address, and the way on to the payment. It knows neither what
 * is bought nor what is given.
 */
@NullMarked
@ApplicationModule(
        displayName = "Checkout",
        allowedDependencies = {
            "web",
            "vault",
            "mail",
            "supporters :: proofs",
            "papers",
            "payments",
            "payments :: processing"
        })
package org.lfnkr.zabuton.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
