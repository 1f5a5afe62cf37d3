package dev.tollgate.ingest.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.ingest.IngestReceipt;
import dev.tollgate.ingest.IngestRoom;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** {@code POST /v1/usage/events}: a JSON array, one JSON object, or a JSON object a line; gzip accepted. */
@RestController
class UsageEventsController {

    private static final int GZIP_BUFFER = 8 * 1024;

    private final UsageIntake intake;
    private final EventReader reader;
    private final IngestRoom room;
    private final IngestSettings settings;

    UsageEventsController(UsageIntake intake, EventReader reader, IngestRoom room, IngestSettings settings) {
        this.intake = intake;
        this.reader = reader;
        this.room = room;
        this.settings = settings;
    }

    @PostMapping(path = "/v1/usage/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    IngestReceipt recordJson(
            @AuthenticationPrincipal Viewer viewer,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            HttpServletRequest request) {
        return record(viewer, encoding, request, reader::readJson);
    }

    @PostMapping(path = "/v1/usage/events", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    IngestReceipt recordLines(
            @AuthenticationPrincipal Viewer viewer,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            HttpServletRequest request) {
        return record(viewer, encoding, request, reader::readLines);
    }

    private interface Format {
        List<Submitted> read(InputStream body, IngestRoom.Place place) throws IOException;
    }

    private IngestReceipt record(Viewer viewer, @Nullable String encoding, HttpServletRequest request, Format format) {
        viewer.require(Scope.USAGE_WRITE);
        try (InputStream body = limited(unpack(limited(request.getInputStream()), encoding));
                IngestRoom.Place place = room.enter()) {
            return intake.record(source(viewer), format.read(body, place), place);
        } catch (PayloadTooLargeException e) {
            throw refuse(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (JacksonException | IOException e) {
            throw refuse(HttpStatus.BAD_REQUEST, "The body can't be read: " + explain(e));
        }
    }

    private InputStream limited(InputStream body) {
        return new LimitedInputStream(body, settings.maxBytes());
    }

    static IngestSource source(Viewer viewer) {
        return viewer.identity() instanceof Viewer.Key(var key, var attribution)
                ? new IngestSource(viewer.organization(), key.toString(), attribution)
                : new IngestSource(viewer.organization(), null);
    }

    private static InputStream unpack(InputStream body, @Nullable String encoding) throws IOException {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return new GZIPInputStream(body, GZIP_BUFFER);
        }
        throw refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The only content encoding taken is gzip.");
    }

    /** The place in the body is told, its content is not. */
    private static String explain(Exception problem) {
        return switch (problem) {
            case StreamReadException json ->
                "not valid JSON at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ".";
            case StreamConstraintsException _ -> "it is nested too deeply.";
            case Exception read when isOf(ZipException.class, read) -> "not valid gzip.";
            default -> "it ends too early.";
        };
    }

    private static boolean isOf(Class<? extends Exception> type, Exception problem) {
        return type.isInstance(problem) || type.isInstance(problem.getCause());
    }

    /** Without a cause: an end of the body that came too early would be taken for a client that has gone. */
    private static ErrorResponseException refuse(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
