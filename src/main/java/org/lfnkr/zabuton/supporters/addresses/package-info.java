/** Another mail address for a supporter, a second one, and taking a change back. */
@NullMarked
package org.lfnkr.zabuton.supporters.addresses;

import org.jspecify.annotations.NullMarked;
