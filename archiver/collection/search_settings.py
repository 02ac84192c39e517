"""What the user wrote of search: `[search]` of `collection.toml`."""

from pydantic import BaseModel, ConfigDict

from archiver.models.tokenizer import Tokenizer


class SearchSettings(BaseModel):
    """How texts are indexed. A change holds from the next `archiver index`, which makes the index of words anew."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tokenizer: Tokenizer = Tokenizer.PORTER
