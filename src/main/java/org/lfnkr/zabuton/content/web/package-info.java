/** The pages that say it. */
@NullMarked
package org.lfnkr.zabuton.content.web;

import org.jspecify.annotations.NullMarked;
