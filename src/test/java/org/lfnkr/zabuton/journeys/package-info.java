/** What people do in the shop, done in a real browser against the running application. */
@NullMarked
package org.lfnkr.zabuton.journeys;

import org.jspecify.annotations.NullMarked;
