package org.interactionhub.benchmarks.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.readers.mail.BaseSubject;
import org.interactionhub.readers.mail.Headers;
import org.jspecify.annotations.Nullable;

/** Arranges mails into trees of what answers what, by RFC 5256, 3: by references, or by subjects alone. */
final class MailThreads {

    /**
     * A mail as far as threads are concerned.
     *
     * @param number names it in the trees; of mails of one time the lower number comes first
     * @param id null if it has none
     * @param references ids of the mails before it, the eldest first
     */
    record Message(int number, @Nullable String id, List<String> references, BaseSubject subject,
            Instant sentAt) {

        /** What the headers say. */
        static Message of(int number, Headers headers, Instant receivedAt) {
            List<String> references = headers.messageIds("references");
            return new Message(number, headers.messageIds("message-id").stream().findFirst().orElse(null),
                    references.isEmpty()
                            ? headers.messageIds("in-reply-to").stream().limit(1).toList()
                            : references,
                    BaseSubject.of(headers.text("subject").orElse("")), headers.date().orElse(receivedAt));
        }
    }

    /** A place in a tree. */
    static final class Node {

        private final List<Node> children = new ArrayList<>();
        private @Nullable Message message;
        private @Nullable Node parent;

        private Node(@Nullable Message message) {
            this.message = message;
        }

        /** Null where a mail is known only by what refers to it. */
        @Nullable
        Message message() {
            return message;
        }

        /** What answers it, the eldest first. */
        List<Node> children() {
            return List.copyOf(children);
        }

        private void adopt(Node child) {
            child.leave();
            child.parent = this;
            children.add(child);
        }

        private void leave() {
            if (parent != null) {
                parent.children.remove(this);
                parent = null;
            }
        }

        private boolean isWithin(Node other) {
            for (Node node = this; node != null; node = node.parent) {
                if (node == other) {
                    return true;
                }
            }
            return false;
        }

        /** Its own mail, or the first below it. */
        private Message first() {
            Node node = this;
            while (node.message == null) {
                node = node.children.getFirst();
            }
            return node.message;
        }
    }

    private static final Comparator<Node> BY_TIME = Comparator
            .comparing((Node node) -> node.first().sentAt()).thenComparing(node -> node.first().number());

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private MailThreads() {}

    /** By what each says that it answers; where that is lost, by subjects. */
    static List<Node> byReferences(List<Message> messages) {
        MailThreads threads = new MailThreads();
        messages.forEach(threads::link);
        Node root = new Node(null);
        threads.nodes.values().stream().filter(node -> node.parent == null).toList().forEach(root::adopt);
        fromBelow(root).forEach(MailThreads::prune);
        sort(root);
        gather(root);
        sort(root);
        return root.children();
    }

    /** The eldest mail of each subject, and all others of it below. */
    static List<Node> bySubject(List<Message> messages) {
        Map<String, Node> threads = new LinkedHashMap<>();
        messages.stream().map(Node::new).sorted(BY_TIME).forEach(node -> {
            Node eldest = threads.putIfAbsent(key(node.first().subject()), node);
            if (eldest != null) {
                eldest.adopt(node);
            }
        });
        return List.copyOf(threads.values());
    }

    private void link(Message message) {
        Node own = own(message);
        Node before = null;
        for (String reference : message.references()) {
            Node node = nodes.computeIfAbsent(reference, _ -> new Node(null));
            if (before != null && node.parent == null && !before.isWithin(node)) {
                before.adopt(node);
            }
            before = node;
        }
        if (before != null && !before.isWithin(own)) {
            before.adopt(own);
        }
    }

    /** The place that awaits it; one of its own if another mail has the same id already. */
    private Node own(Message message) {
        String id = message.id();
        Node node = id == null ? null : nodes.computeIfAbsent(id, _ -> new Node(null));
        if (node != null && node.message == null) {
            node.message = message;
            return node;
        }
        Node twin = new Node(message);
        nodes.put("\0" + message.number(), twin);
        return twin;
    }

    /** Each below a place and the place itself, whatever is below one before it: chains are longer than a stack. */
    private static List<Node> fromBelow(Node top) {
        List<Node> found = new ArrayList<>(List.of(top));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(found.get(i).children);
        }
        return found.reversed();
    }

    /** Takes places without a mail away, but for those that hold a thread together at its top. */
    private static void prune(Node node) {
        Node parent = node.parent;
        boolean isTop = parent != null && parent.parent == null;
        if (node.message == null && parent != null && (!isTop || node.children.size() < 2)) {
            List.copyOf(node.children).forEach(parent::adopt);
            node.leave();
        }
    }

    private static void sort(Node top) {
        fromBelow(top).forEach(node -> node.children.sort(BY_TIME));
    }

    private static void gather(Node root) {
        Map<String, Node> bySubject = new HashMap<>();
        for (Node node : root.children) {
            bySubject.merge(key(subject(node)), node, MailThreads::moreOriginal);
        }
        for (Node node : List.copyOf(root.children)) {
            String key = key(subject(node));
            Node original = bySubject.get(key);
            if (!key.isEmpty() && original != null && original != node) {
                bySubject.put(key, joined(root, original, node));
            }
        }
    }

    private static Node moreOriginal(Node known, Node other) {
        boolean better = known.message != null
                && (other.message == null || subject(known).isReply() && !subject(other).isReply());
        return better ? other : known;
    }

    private static Node joined(Node root, Node original, Node node) {
        if (original.message == null && node.message == null) {
            List.copyOf(node.children).forEach(original::adopt);
            node.leave();
        } else if (original.message == null || subject(node).isReply() && !subject(original).isReply()) {
            original.adopt(node);
        } else {
            Node both = new Node(null);
            root.adopt(both);
            both.adopt(original);
            both.adopt(node);
            return both;
        }
        return original;
    }

    private static BaseSubject subject(Node node) {
        return node.first().subject();
    }

    /** Equal for subjects of one conversation, as far as subjects can tell. */
    static String key(BaseSubject subject) {
        return subject.words().toUpperCase(Locale.ROOT);
    }
}
