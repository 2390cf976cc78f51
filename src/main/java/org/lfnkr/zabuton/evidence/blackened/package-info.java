/**
 * What everybody may see of evidence: a second picture in which all that names somebody or a place
 * is black. Somebody brings it, somebody else signs that they looked, and either takes it back.
 */
@NullMarked
package org.lfnkr.zabuton.evidence.blackened;

import org.jspecify.annotations.NullMarked;
