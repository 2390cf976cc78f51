/**
 * How a page comes about: its language, its model, its templates and their dialect, and the forms
 * that are shown once more with what was typed.
 */
@NullMarked
package org.lfnkr.zabuton.web.page;

import org.jspecify.annotations.NullMarked;
