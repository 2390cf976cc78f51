package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * What gifts are taken for at present.
 *
 * @param causes the first is what is asked for by itself
 */
@ConfigurationProperties("zabuton.giving")
public record OpenCauses(@DefaultValue({"foster-children", "food", "general"}) List<Cause> causes) {

    public OpenCauses {
        causes = List.copyOf(causes);
    }

    public boolean has(Cause cause) {
        return causes.contains(cause);
    }

    public Cause first() {
        return causes.getFirst();
    }
}
