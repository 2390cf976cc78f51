/** Whether a mail address is somebody's: by a code or a link that is mailed to it. */
@NullMarked
@NamedInterface("proofs")
package org.lfnkr.zabuton.supporters.proofs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
