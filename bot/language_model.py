"""The language model that the settings name."""

from bot.settings import Settings
from core.llm.port import Model


def model_of(settings: Settings) -> Model | None:
    """The model to ask, or None where none is set up. Loads its library, for a second or two: call it before serving.

    For the composition root: `model = model_of(settings)`, `Desk(model, daily=settings.openai_daily_tokens)`, and
    `await model.close()` at the end.
    """
    if not settings.model_configured:
        return None
    from core.llm.client import OpenAIModel

    return OpenAIModel(
        settings.openai_api_key.get_secret_value() if settings.openai_api_key else "",
        settings.openai_base_url,
        model=settings.openai_model,
        writing_model=settings.writing_model,
        server=settings.openai_server,
        timeout=settings.openai_timeout,
        attempts=settings.openai_attempts,
    )
