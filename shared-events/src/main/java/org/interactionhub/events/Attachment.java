package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a contact; its bytes stay in the original.
 *
 * @param name the file name as given, null if none was
 * @param type the media type as declared
 * @param size in bytes, after decoding
 * @param sha256 of the decoded bytes, in lower-case hex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(@Nullable String name, String type, long size, String sha256) {}
