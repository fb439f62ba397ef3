package freshlegs.model;

/** Where PostgreSQL is; the password is never printed. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl + ", user " + user + "]";
    }
}
