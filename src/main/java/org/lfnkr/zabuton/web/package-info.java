/**
 * The shell around every page: language addresses, messages, assets, headers, sign of errors. It
 * knows no business; modules hang their routes and page attributes on it.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = "kernel")
package org.lfnkr.zabuton.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
