/** What people ask of us under the privacy law otherwise than on their own page, with its days. */
@NullMarked
package org.lfnkr.zabuton.supporters.requests;

import org.jspecify.annotations.NullMarked;
