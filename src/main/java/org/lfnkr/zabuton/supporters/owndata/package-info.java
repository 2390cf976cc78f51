/** What supporters see, change and have erased of their own data, and how long it is kept. */
@NullMarked
package org.lfnkr.zabuton.supporters.owndata;

import org.jspecify.annotations.NullMarked;
