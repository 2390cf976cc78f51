package org.lfnkr.zabuton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/**
 * The shop. Development runs start {@code DevelopmentApplication} from the test class path instead.
 */
@Modulithic(sharedModules = "kernel")
@SpringBootApplication
@ConfigurationPropertiesScan
public class ZabutonApplication {

    public static void main(String[] args) {
        SpringApplication.run(ZabutonApplication.class, args);
    }
}
