/** The desk page of letters that could not be delivered. */
@NullMarked
package org.lfnkr.zabuton.mail.web;

import org.jspecify.annotations.NullMarked;
