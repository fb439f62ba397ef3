package freshlegs.app.setting;

import java.net.URI;
import java.net.URISyntaxException;

/** How much of a setting's text may be shown to people, in lists, errors and log lines alike. */
enum Secrecy {
    /** All of it. */
    OPEN,

    /** An address: whoever signs in there, and a web address's path, may be a secret. */
    ADDRESS,

    /** Nothing. */
    SECRET;

    private static final String HIDDEN = "(hidden)";
    private static final String JDBC = "jdbc:";

    String shown(String text) {
        return switch (this) {
            case OPEN -> text;
            case ADDRESS -> text.isEmpty() ? text : address(text);
            case SECRET -> text.isEmpty() ? text : HIDDEN;
        };
    }

    private static String address(String text) {
        boolean jdbc = text.startsWith(JDBC);
        try {
            URI address = new URI(jdbc ? text.substring(JDBC.length()) : text);
            if (address.getScheme() == null || address.getHost() == null) {
                return HIDDEN;
            }
            return (jdbc ? JDBC : "") + address.getScheme() + "://"
                    + (address.getRawUserInfo() == null ? "" : HIDDEN + "@")
                    + address.getHost()
                    + (address.getPort() < 0 ? "" : ":" + address.getPort())
                    + place(address, jdbc);
        } catch (URISyntaxException e) {
            return HIDDEN;
        }
    }

    /** A database's name is none; what follows it may be, and so may the path of a web address. */
    private static String place(URI address, boolean jdbc) {
        String path = address.getRawPath();
        if (jdbc) {
            return path + (address.getRawQuery() == null ? "" : "?" + HIDDEN);
        }
        boolean bare = address.getRawQuery() == null && address.getRawFragment() == null && path.length() < 2;
        return bare ? path : "/" + HIDDEN;
    }
}
