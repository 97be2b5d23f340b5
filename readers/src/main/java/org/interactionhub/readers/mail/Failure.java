package org.interactionhub.readers.mail;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** Why a mail did not arrive, by what the mail system says: the words first, for many give the same code to everything. */
final class Failure {

    /** No such mailbox. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)user[- _]?unknown|unknown[- _]?(?:local[- _]?part|user|recipient|address|mailbox|account|login)"
                    + "|(?:user|recipient|mailbox|mail-?box|address|addressee|account|member|alias|person|destinataire|inbox|name)\\S* .{0,60}(?:unknown|not[- ]found|(?:do(?:es)?|did)(?: not|n't)(?: seem to)? exist|not exist|not known|not listed|could not be found|couldn't be found|non-?existent|not valid|can(?:no|')t be found|not registered|not recogni[sz]ed)"
                    + "|no[- ](?:such|valid|mailbox|account|recipient)[- ]?(?:user|recipient|mailbox|address|person|account|here|by that|name|local|virtual|found)"
                    + "|not (?:a )?(?:valid|known|our) (?:user|mailbox|recipient|customer|address)|invalid (?:recipient|mailbox|user|final)"
                    + "|(?:doesn't|does not|don't) have (?:an? |any )?.{0,40}(?:account|mailbox|user)|unroute?able address|bad (?:destination mailbox|recipient)"
                    + "|not listed in|nosuchuser|recipnotfound|have any mailbox|recipient address rejected: access denied|не существует|не найден|нет такого|such user");

    /** No such host, or one that takes no mail. */
    private static final Pattern NOWHERE = Pattern.compile(
            "(?i)host .{0,80}not found|host(?:name)? unknown|unknown (?:host|domain)|host lookup fail|no such (?:host|domain)|5\\.4\\.4 invalid domain|nxdomain|domain .{0,60}(?:not found|does not exist|doesn't exist|isn't|not exist|not reachable)"
                    + "|couldn't find any host|no mx|null ?mx|does not accept (?:mail|e-?mail)|no smtp service|unrouteable mail domain|name or service not known|bad destination (?:host|system)|mx records point to non-existent");

    /** The recipient has gone elsewhere. */
    private static final Pattern MOVED = Pattern
            .compile(
                    "(?i)(?:has|have) moved|address .{0,30}(?:changed|moved)|no longer (?:in use|valid|works? (?:here|at|for))|has been replaced|new address");

    /** It is the sender whom the mail system does not like. */
    private static final Pattern SENDER = Pattern.compile(
            "(?i)sender address|sender rejected|domain of sender|sender domain|(?:^|\\D)5\\.1\\.[78](?:\\D|$)");

    /** Another day, or another mail, may have more luck. */
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?i)quota|mailbox.{0,30}full|full mailbox|too (?:large|big|many|old)|exceed|disk full|insufficient|out of space|space (?:left|available)"
                    + "|spam|block|black ?list|denied|policy|reputation|junk|content|virus|dmarc|spf|dkim|due to|unauthenticated|authentication|reverse dns|ptr|helo|banned|prohibited|refused|relay|not allowed|not permitted|authorized|administratively"
                    + "|timed? ?out|expired|deferred|delay|still being retried|temporar|try again|connection|unreachable|gr[ea]y-?list|retry|queue|loop|hop count|no route|network|socket|media error|message length"
                    + "|disabled|suspend|inactive|discontinued|deactivated|locked|not active|limit|restricted|on hold|tls|certificate|(?:i/o|internal|system|protocol|mailer) error");

    /** What is said of somebody unknown, but of others too. */
    private static final Pattern PERHAPS_NOBODY = Pattern.compile(
            "(?i)address rejected|recipient rejected|invalid address|mailbox unavailable|mailbox not available|check if address is correct|addressee|undeliverable address|5\\.1\\.(?:1|2|3|6|10)(?:\\D|$)");

    /** Who is refused only when the whole mail has been seen is refused by a filter, whatever it says. */
    private static final Pattern AFTER_DATA = Pattern.compile("(?i)end of data|after data|>>> data\\s+<<< 5");

    /** Mail systems that quote another one, or what they looked for, in words that are not about the recipient. */
    private static final Pattern QUOTED = Pattern.compile("(?i)\\d[- ]'([^']{5,})'");
    private static final Pattern NAMES = Pattern.compile("<?[^\\s<>@'\"(]+@[^\\s<>@'\")]+>?|https?://\\S+");

    private static final Pattern STATUS = Pattern
            .compile("(?:^|[^\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?:[^\\d.]|\\.?$|\\.\\s)");
    private static final Pattern CODE = Pattern.compile("(?:^|[^\\d.])([45]\\d\\d)(?:[ -]|$)");

    private Failure() {}

    /**
     * Whether nothing should be sent there again.
     *
     * @param words what is said about this recipient
     * @param explanation all that the report says in words
     * @param status the enhanced code that was given beside the words, empty if none
     */
    static boolean isHard(String words, String explanation, String status) {
        String said = NAMES.matcher(first(QUOTED, words).orElse(words)).replaceAll(" ");
        if (status.startsWith("4.") || SENDER.matcher(said).find()) {
            return false;
        }
        if (NOBODY.matcher(said).find() || NOWHERE.matcher(said).find() || MOVED.matcher(said).find()) {
            return status.startsWith("5.1.") || !AFTER_DATA.matcher(explanation).find();
        }
        if (SOMEBODY.matcher(said).find() || status.matches("5\\.[2367]\\..*")) {
            return false;
        }
        return PERHAPS_NOBODY.matcher(said).find() || status.matches("5\\.1\\.(1|2|3|6|10)");
    }

    static Optional<String> status(String words) {
        return first(STATUS, words);
    }

    static Optional<String> code(String words) {
        return first(CODE, words);
    }

    private static Optional<String> first(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
