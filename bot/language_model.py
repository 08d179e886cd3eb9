"""The models that the settings name: the one for words, and the one for speech."""

from bot.settings import Settings
from core.llm.port import Model, Transcriber

SPEECH = 60.0  # seconds that a request with speech may take at least: servers listen for a while


def model_of(settings: Settings) -> Model | None:
    """The model to ask, or None where none is set up. Loads its library, for a second or two: call it before serving.

    For the composition root: `model = model_of(settings)`, `Desk(model, daily=settings.openai_daily_tokens)`, and
    `await model.close()` at the end.
    """
    if not settings.model_configured:
        return None
    from core.llm.client import OpenAIModel

    return OpenAIModel(
        _key(settings),
        settings.openai_base_url,
        model=settings.openai_model,
        writing_model=settings.writing_model,
        server=settings.openai_server,
        timeout=settings.openai_timeout,
        attempts=settings.openai_attempts,
    )


def transcriber_of(settings: Settings) -> Transcriber | None:
    """The model that writes down speech, or None where none is named; it is at the same server as the other."""
    if not settings.model_configured or not settings.openai_transcribe_model:
        return None
    from core.llm.transcriber import OpenAITranscriber

    return OpenAITranscriber(
        _key(settings),
        settings.openai_base_url,
        model=settings.openai_transcribe_model,
        timeout=max(settings.openai_timeout, SPEECH),
        attempts=settings.openai_attempts,
    )


def _key(settings: Settings) -> str:
    return settings.openai_api_key.get_secret_value() if settings.openai_api_key else ""
