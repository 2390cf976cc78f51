/**
 * What the shop says about itself: who sells, on what terms, how it counts, what it does with
 * personal data. It knows no product and no order.
 */
@NullMarked
@ApplicationModule(
        displayName = "Content",
        allowedDependencies = {"kernel", "web"})
package org.lfnkr.zabuton.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
