/** The file that a carrier's program takes in, in columns that the configuration says. */
@NullMarked
package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.jspecify.annotations.NullMarked;
