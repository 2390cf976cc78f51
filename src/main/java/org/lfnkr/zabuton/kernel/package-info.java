/**
 * The few words every module speaks: money, language, business date, mail address. It knows no
 * module and does no input or output.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package org.lfnkr.zabuton.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
