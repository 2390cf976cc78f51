/** Who may open which address, and what is answered to whoever may not. */
@NullMarked
package org.lfnkr.zabuton.web.security;

import org.jspecify.annotations.NullMarked;
