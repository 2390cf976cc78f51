package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** People who wait, without the pages on which they asked. */
@TestComponent
public class WaitSamples {

    @Autowired Waits waits;

    /** Lets an address wait as if it had been proved. */
    public void wait(EmailAddress email, VariantId variant) {
        Await.value(waits.add(variant, email, Language.EN));
    }
}
