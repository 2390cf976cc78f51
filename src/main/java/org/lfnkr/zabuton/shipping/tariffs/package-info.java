/**
 * The tariff at the desk: zones, what a parcel costs in each, which prefectures belong to it, and
 * which countries are open. Orders keep what they were priced by.
 */
@NullMarked
package org.lfnkr.zabuton.shipping.tariffs;

import org.jspecify.annotations.NullMarked;
