package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.kernel.Bilingual;

/** To whom a parcel is handed. */
record Carrier(String code, Bilingual name) {}
