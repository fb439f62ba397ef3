package freshlegs.app.setting;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folders that a program may call its own on this platform. */
public final class StandardFolder {
    private StandardFolder() {}

    /** Where the user's data is kept unless set otherwise. */
    static Path ofUser() {
        return data(System.getenv(), System.getProperty("os.name"), home());
    }

    /** Where unpacked programs are kept: worth nothing once lost. */
    public static Path cache() {
        return cache(System.getenv(), System.getProperty("os.name"), home());
    }

    /** Where a user's settings are kept. */
    static Path settings(Map<String, String> environment) {
        return settings(environment, System.getProperty("os.name"), home());
    }

    static Path settings(Map<String, String> environment, String system, Path home) {
        if (isMac(system)) {
            return home.resolve("Library/Application Support/Freshlegs");
        }
        return base(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("freshlegs");
    }

    static Path data(Map<String, String> environment, String system, Path home) {
        if (isMac(system)) {
            return home.resolve("Library/Application Support/Freshlegs");
        }
        return base(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("freshlegs");
    }

    static Path cache(Map<String, String> environment, String system, Path home) {
        if (isMac(system)) {
            return home.resolve("Library/Caches/Freshlegs");
        }
        return base(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("freshlegs");
    }

    /** As the XDG specification has it, a relative path counts as unset. */
    private static Path base(Map<String, String> environment, String variable, Path standard) {
        String set = environment.getOrDefault(variable, "");
        return set.startsWith("/") ? Path.of(set) : standard;
    }

    private static boolean isMac(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }
}
