/** Pictures that people bring, drawn anew: nothing of the files themselves is kept or served. */
@NullMarked
@ApplicationModule(
        displayName = "Pictures",
        allowedDependencies = {})
package org.lfnkr.zabuton.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
