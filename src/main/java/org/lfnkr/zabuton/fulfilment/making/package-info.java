/** What is made to order, from the payment until it is ready for its parcel. */
@NullMarked
package org.lfnkr.zabuton.fulfilment.making;

import org.jspecify.annotations.NullMarked;
