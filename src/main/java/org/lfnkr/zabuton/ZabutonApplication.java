package org.lfnkr.zabuton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

import java.util.Arrays;

/**
 * The shop; with {@code check} as its first argument, only what a start would look at, with {@code
 * restored} the same of a copy, with {@code moved} the word that no other server has this database
 * any more, with {@code staff} the makers of the desk's first accounts, and with {@code rebuild}
 * what is kept beside the journal, computed anew. Development runs start {@code
 * DevelopmentApplication} from the test class path instead.
 */
@Modulithic(sharedModules = "kernel")
@SpringBootApplication
@ConfigurationPropertiesScan
public class ZabutonApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("check")) {
            System.exit(Check.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("restored")) {
            System.exit(Check.restored(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("moved")) {
            System.exit(MovedCommand.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("staff")) {
            System.exit(StaffCommand.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("rebuild")) {
            System.exit(RebuildCommand.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(ZabutonApplication.class, args);
    }
}
