/**
 * Papers: a template becomes a tagged, searchable PDF with its fonts in it. It knows layout, and
 * nothing of what a paper says.
 */
@NullMarked
@ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {"kernel", "web"})
package org.lfnkr.zabuton.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
