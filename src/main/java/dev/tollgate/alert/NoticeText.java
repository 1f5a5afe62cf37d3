package dev.tollgate.alert;

/** Tells of an alert in a few words. */
final class NoticeText {

    private NoticeText() {}

    /** The severity, or that it is over. */
    static String heading(AlertNotice notice) {
        AlertNotice.Told alert = notice.data().alert();
        return alert.status().equals(AlertStatus.RESOLVED.name()) ? "RESOLVED" : alert.severity();
    }

    /** A line for chats, with the three characters escaped that Slack gives a meaning to. */
    static String line(AlertNotice notice) {
        AlertNotice.Told alert = notice.data().alert();
        return "*%s* %s: %s".formatted(heading(notice), escape(alert.rule()), escape(alert.message()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
