package org.interactionhub.channels.open;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Takes JSON apart without writing it anew, so that the parts are the very bytes that were sent. */
final class RawJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RawJson() {}

    /** The members of a JSON object, each as it stands there. */
    static Map<String, byte[]> members(byte[] object) throws NotACloudEvent {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(object)) {
            expect(parser, JsonToken.START_OBJECT, "a JSON object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser, object));
            }
            nothingMore(parser);
        } catch (JacksonException e) {
            throw broken(e);
        }
        return members;
    }

    /** The elements of a JSON array, each as it stands there. */
    static List<byte[]> elements(byte[] array) throws NotACloudEvent {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array)) {
            expect(parser, JsonToken.START_ARRAY, "a JSON array");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser, array));
            }
            nothingMore(parser);
        } catch (JacksonException e) {
            throw broken(e);
        }
        return elements;
    }

    /** @throws NotACloudEvent if the bytes are no JSON at all */
    static void mustBeJson(byte[] bytes) throws NotACloudEvent {
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            parser.skipChildren();
            nothingMore(parser);
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private static byte[] value(JsonParser parser, byte[] whole) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.getString(); // scalars are read lazily; this brings the parser to their end
        }
        return Arrays.copyOfRange(whole, start, (int) parser.currentLocation().getByteOffset());
    }

    private static void expect(JsonParser parser, JsonToken token, String inWords) throws NotACloudEvent {
        if (parser.nextToken() != token) {
            throw new NotACloudEvent("The body is not " + inWords + ", as its content type says.");
        }
    }

    private static void nothingMore(JsonParser parser) throws NotACloudEvent {
        if (parser.nextToken() != null) {
            throw new NotACloudEvent("Something follows after the end of the JSON in the body.");
        }
    }

    private static NotACloudEvent broken(JacksonException e) {
        return new NotACloudEvent("The body is no JSON; see line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ".");
    }
}
